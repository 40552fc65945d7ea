package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.TypeMarche;

/** Hours by type of marché; people and marchés are those with counted hours in it. */
public record LigneType(TypeMarche type, Heures heures, long beneficiaires, long marches) {}
