/**
 * Stand-ins for the systems around the house, in the demo only: they keep state and can be slow,
 * fail, repeat and reorder, and they know thutuc by HTTP alone.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.sandbox;
