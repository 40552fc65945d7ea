package fr.suiviclauses.marche.operation;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.referentiel.TypeOperation;
import java.util.List;

/** The list of operations. */
final class ListeOperations {

    static final DefinitionListe LISTE = new DefinitionListe(
            "operations",
            "Opérations",
            "/operations",
            "opération",
            "opérations",
            """
            from operation o
            left join (
                select m.operation_id, sum(h.heures) as heures from marche m
                  join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                  join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                 where m.structure_id = :structure and m.operation_id :parmi group by m.operation_id) mesure_fait on mesure_fait.operation_id = o.id
            where o.structure_id = :structure""",
            "o.id",
            List.of(
                    ColonneListe.texte("nom", "Nom", "o.nom"),
                    ColonneListe.code("type", "Type", "o.type", TypeOperation.class),
                    ColonneListe.entier("marches", "Marchés", """
                            (select count(*) from marche m where m.structure_id = o.structure_id and m.operation_id = o.id)"""),
                    ColonneListe.entier("donneurs", "Donneurs d’ordres", """
                            (select count(distinct m.donneur_ordre_id) from marche m
                              where m.structure_id = o.structure_id and m.operation_id = o.id)"""),
                    ColonneListe.heures("objectif", "Objectif", "o.objectif"),
                    ColonneListe.heures("heures", "Heures comptées", "coalesce(mesure_fait.heures, 0)"),
                    ColonneListe.taux("taux", "Réalisé", "coalesce(mesure_fait.heures, 0) / o.objectif")),
            List.of(FiltreListe.code("type", "Type", "o.type", TypeOperation.class), FiltreListe.actif("o.actif")),
            List.of("select id from operation where structure_id = :structure and recherche like :mot", """
                    select m.operation_id from marche m
                      join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                     where m.structure_id = :structure and m.operation_id is not null
                       and (m.recherche like :mot or d.recherche like :mot)""", """
                    select operation_id from marche
                     where structure_id = :structure and operation_id is not null and id = any (array(
                        select marche_id from lot where structure_id = :structure and id = any (array(
                            select lots_d_entreprises(:structure, :mot) union all select lots_de_personnes(:structure, :mot)))))"""),
            "Nom, marché, donneur d’ordres, entreprise, SIREN, personne",
            "nom");

    private ListeOperations() {}
}
