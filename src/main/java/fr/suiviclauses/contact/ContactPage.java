package fr.suiviclauses.contact;

import fr.suiviclauses.commun.saisie.Conflit;
import org.jspecify.annotations.Nullable;

/**
 * The form of a contact.
 *
 * @param nom of the buyer or the company
 * @param retour its record
 * @param adresse where the form is sent
 */
record ContactPage(
        String titre,
        String nom,
        String retour,
        String adresse,
        boolean existe,
        @Nullable Conflit conflit) {}
