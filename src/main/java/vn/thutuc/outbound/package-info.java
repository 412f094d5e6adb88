/**
 * One record for every act that leaves the house: written with the engine's step, brought out by
 * channels of other packages, kept with every attempt and proof.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "dossier", "organisation"})
package vn.thutuc.outbound;
