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
            """
            from donneur_ordre d
            left join (
                select m.donneur_ordre_id, sum(h.heures) as heures, max(h.mois) as dernier from heure_comptee h
                  join lot l on l.structure_id = h.structure_id and l.id = h.lot_id
                  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                 where h.structure_id = :structure and m.donneur_ordre_id :parmi group by m.donneur_ordre_id) mesure_fait on mesure_fait.donneur_ordre_id = d.id
            where d.structure_id = :structure and d.fusionne_dans is null""",
            "d.id",
            List.of(
                    ColonneListe.texte("nom", "Nom", "d.nom"),
                    ColonneListe.code("nature", "Nature", "d.nature", NatureDonneurOrdre.class),
                    ColonneListe.entier("marches", "Marchés", """
                            (select count(*) from marche m
                              where m.structure_id = d.structure_id and m.donneur_ordre_id = d.id)"""),
                    ColonneListe.heures("heures", "Heures comptées", "coalesce(mesure_fait.heures, 0)"),
                    ColonneListe.mois("dernier", "Dernières heures", "mesure_fait.dernier")),
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
                    "select donneur_ordre_id from marche where structure_id = :structure and recherche like :mot",
                    """
                    select m.donneur_ordre_id from lot l
                      join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                     where l.structure_id = :structure and l.id = any (array(select lots_de_personnes(:structure, :mot)))"""),
            "Nom, SIRET, marché, personne",
            "nom");

    private ListeDonneursOrdres() {}

    private static String inForce(String charte) {
        return """
                exists (select from signature_charte s
                         where s.structure_id = d.structure_id and s.donneur_ordre_id = d.id and s.charte = '%s'
                           and daterange(s.debut, s.fin, '[]') @> :jour::date)""".formatted(charte);
    }
}
