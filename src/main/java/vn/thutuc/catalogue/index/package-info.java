/** Writes what docs/procedures says of all procedures: the index, the map by shape, the gaps. */
package vn.thutuc.catalogue.index;
