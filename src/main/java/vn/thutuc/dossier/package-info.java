/**
 * The dossier: one applicant's case from reception to return, with its clock, results and journal.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "almanac", "organisation", "catalogue"})
package vn.thutuc.dossier;
