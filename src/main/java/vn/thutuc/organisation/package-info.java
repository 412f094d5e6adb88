/**
 * Knows the units of the province, the agency each belongs to and who holds which role in them on
 * which day; all of it is data of files, no level of administration is written into code.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.organisation;
