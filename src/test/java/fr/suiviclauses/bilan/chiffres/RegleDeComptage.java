package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Heures;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A history of two buyers, to which each test adds what its rule is about, rows that must not count included. */
@ApplicationTest
@Transactional
abstract class RegleDeComptage {

    @Autowired
    BilanService bilans;

    @Autowired
    JdbcClient jdbc;

    Histoire histoire;
    long ville;
    long port;

    @BeforeEach
    void twoBuyers() {
        histoire = new Histoire(jdbc);
        ville = histoire.donneurOrdre("Ville", "PUBLIC");
        port = histoire.donneurOrdre("Port", "PRIVE");
    }

    Indicateurs indicateurs(int annee) {
        return bilan(annee).indicateurs();
    }

    Bilan bilan(int annee) {
        return bilans.bilan(Perimetre.annee(histoire.structureId, annee));
    }

    Bilan bilan(int annee, Filtres filtres) {
        return bilans.bilan(new Perimetre(histoire.structureId, annee, annee, filtres));
    }

    Bilan bilan(int depuis, int annee) {
        return bilans.bilan(new Perimetre(histoire.structureId, depuis, annee, Filtres.AUCUN));
    }

    /** A lot of a marché that lasts from 2015 to 2030, of a public works buyer. */
    long lot() {
        return histoire.lot(histoire.marche(ville, "TRAVAUX", "2015-01-01", "2030-12-31"));
    }

    static Heures h(String heures) {
        return Heures.of(heures);
    }
}
