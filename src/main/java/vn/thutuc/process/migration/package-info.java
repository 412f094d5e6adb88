/**
 * Moves running dossiers to another version of their model: what maps, what would happen to each
 * dossier, and the run that moves them one by one without moving a deadline.
 */
@org.springframework.modulith.NamedInterface("migration")
package vn.thutuc.process.migration;
