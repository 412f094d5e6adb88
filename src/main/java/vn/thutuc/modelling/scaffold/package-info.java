/** Makes a procedure's model from its facts, and leaves alone what a person has edited. */
@org.springframework.modulith.NamedInterface("scaffold")
package vn.thutuc.modelling.scaffold;
