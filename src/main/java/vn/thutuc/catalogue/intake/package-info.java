/**
 * Brings lists and changed rows into the catalogue's files: import, check, diff, and a dated new
 * version of many procedures with one report to sign.
 */
@org.springframework.modulith.NamedInterface("intake")
package vn.thutuc.catalogue.intake;
