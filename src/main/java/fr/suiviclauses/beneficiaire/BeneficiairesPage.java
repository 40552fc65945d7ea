package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.liste.Liste;

/** The list of people. */
record BeneficiairesPage(Liste liste) {}
