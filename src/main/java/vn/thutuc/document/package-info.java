/**
 * The files of a dossier's papers: stored in pieces, typed by content, scanned, versioned, marked.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier"})
package vn.thutuc.document;
