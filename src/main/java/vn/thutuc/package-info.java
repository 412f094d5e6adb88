/** The server on which a province runs its administrative procedures, each a BPMN process. */
package vn.thutuc;
