package fr.suiviclauses.donneurordre;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.util.List;

/** The list of buyers. */
final class ListeDonneursOrdres {

    static final DefinitionListe LISTE = new DefinitionListe(
            "donneurs-ordres",
            "Donneurs d’ordres",
            "/donneurs-ordres",
            "donneur d’ordres",
            "donneurs d’ordres",
            "from donneur_ordre d where d.structure_id = :structure and d.fusionne_dans is null",
            "d.id",
            List.of(
                    ColonneListe.texte("nom", "Nom", "d.nom"),
                    ColonneListe.code("nature", "Nature", "d.nature", NatureDonneurOrdre.class),
                    ColonneListe.entier("marches", "Marchés", """
                            (select count(*) from marche m
                              where m.structure_id = d.structure_id and m.donneur_ordre_id = d.id)"""),
                    ColonneListe.heures("heures", "Heures comptées", """
                            (select coalesce(sum(h.heures), 0) from marche m
                               join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                               join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                              where m.structure_id = d.structure_id and m.donneur_ordre_id = d.id)"""),
                    ColonneListe.mois("dernier", "Dernières heures", """
                            (select max(h.mois) from marche m
                               join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                               join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                              where m.structure_id = d.structure_id and m.donneur_ordre_id = d.id)""")),
            List.of(
                    FiltreListe.code("nature", "Nature", "d.nature", NatureDonneurOrdre.class),
                    FiltreListe.selon(
                            "charte",
                            "Charte",
                            "",
                            List.of(
                                    new FiltreListe.Choix("sba", "Small Business Act", inForce("SBA")),
                                    new FiltreListe.Choix(
                                            "journee", "Travail en journée", inForce("TRAVAIL_EN_JOURNEE")))),
                    FiltreListe.actif("d.actif")),
            List.of(
                    "select id from donneur_ordre where structure_id = :structure and recherche like :mot",
                    "select donneur_ordre_id from donneur_ordre_siret where structure_id = :structure and siret like :mot",
                    "select donneur_ordre_id from marche where structure_id = :structure and recherche like :mot"),
            "Nom, SIRET, référence d’un marché",
            "nom");

    private ListeDonneursOrdres() {}

    private static String inForce(String charte) {
        return """
                exists (select from signature_charte s
                         where s.structure_id = d.structure_id and s.donneur_ordre_id = d.id and s.charte = '%s'
                           and daterange(s.debut, s.fin, '[]') @> :jour::date)""".formatted(charte);
    }
}
