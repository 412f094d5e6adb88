/** May depend on nothing, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.architecture.offending.room;
