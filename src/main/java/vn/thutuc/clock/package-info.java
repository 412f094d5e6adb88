/**
 * Derives when a statutory term ends, explains the answer, and keeps the one "now" of the house.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar"})
package vn.thutuc.clock;
