/** The rules models, tables and forms are checked by, and the command that checks folders. */
@org.springframework.modulith.NamedInterface("lint")
package vn.thutuc.modelling.lint;
