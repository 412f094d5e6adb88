/**
 * One record for every act that leaves the house: written with the engine's step, sent by others.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"clock"})
package vn.thutuc.outbound;
