/** What a model must keep to: the closed language of expressions and the lint before deployment. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "catalogue")
package vn.thutuc.modelling;
