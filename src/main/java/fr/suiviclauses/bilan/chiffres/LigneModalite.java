package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.Modalite;

/** Contracts with counted hours, by the way people were put to work; a person once in each line. */
public record LigneModalite(Modalite modalite, long contrats, long beneficiaires, Heures heures) {}
