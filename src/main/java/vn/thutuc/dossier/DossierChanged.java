package vn.thutuc.dossier;

/**
 * Something happened to a dossier: a line of its journal. Published inside the transaction that
 * writes the line; who listens only writes rows, which commit or roll back with it.
 *
 * @param number dossier number
 * @param line id of the journal's line, which no other change has
 * @param event what happened
 * @param state the dossier's state when the line was written
 */
public record DossierChanged(String number, long line, JournalEvent event, NationalState state) {}
