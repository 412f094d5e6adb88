/**
 * Holds every procedure as dated facts read from YAML, lays the province's determinations over
 * them, and answers what a procedure's terms, windows, papers and results are at a given instant.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.thutuc.catalogue;
