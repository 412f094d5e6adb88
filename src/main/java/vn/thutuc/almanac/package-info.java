/**
 * The calendar as the province keeps it: years in draft and published, hours per agency from a day.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "clock"})
package vn.thutuc.almanac;
