/**
 * Says which days and hours of Vietnam are worked, from dated rows that override a weekly pattern.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.calendar;
