/**
 * What a model is made of and must keep to: the closed language, the lint before deployment, models
 * made from facts and their diagrams.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "catalogue")
package vn.thutuc.modelling;
