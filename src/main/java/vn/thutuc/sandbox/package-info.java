/**
 * Stand-ins for the systems around the house, in the demo only: they keep state and can be slow,
 * fail, repeat and reorder, and they know thutuc by HTTP alone; the day and the hour they share.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "clock"})
package vn.thutuc.sandbox;
