/** Draws models the way a modeller would, and checks how a model is drawn. */
package vn.thutuc.modelling.layout;
