/**
 * Papers that go from one unit to another in batches: what was handed over, confirmed or missed.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier"})
package vn.thutuc.handover;
