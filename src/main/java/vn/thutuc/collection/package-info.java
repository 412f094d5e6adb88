/** Results that wait for their applicants: which, for how long, and who was reminded. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier"})
package vn.thutuc.collection;
