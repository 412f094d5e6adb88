/** Makes a procedure's model from its facts, and leaves alone what a person has edited. */
package vn.thutuc.modelling.scaffold;
