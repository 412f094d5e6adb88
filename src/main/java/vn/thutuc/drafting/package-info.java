/**
 * The papers of results: merged from the dossier, kept in versions, passed from desk to desk with
 * the model's steps, frozen when signed, numbered without a gap and issued as PDF/A.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier", "printing"})
package vn.thutuc.drafting;
