/** What happens to every task and every start: tenant, due date, form entries into the dossier. */
package vn.thutuc.process.task;
