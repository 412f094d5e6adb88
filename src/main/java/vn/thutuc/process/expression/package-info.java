/**
 * The closed language of models: documented beans, variables, literals, comparisons, nothing else.
 */
package vn.thutuc.process.expression;
