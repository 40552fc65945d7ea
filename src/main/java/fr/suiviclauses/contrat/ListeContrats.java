package fr.suiviclauses.contrat;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.liste.FiltreListe.Choix;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import java.util.List;

/** The list of contracts. */
final class ListeContrats {

    static final DefinitionListe LISTE = new DefinitionListe(
            "contrats",
            "Contrats",
            "/contrats",
            "contrat",
            "contrats",
            """
            from contrat_insertion c
            join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
            join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
            left join (
                select h.contrat_id, sum(h.heures) as heures from heure_comptee h
                 where h.structure_id = :structure and h.contrat_id :parmi group by h.contrat_id) mesure_fait on mesure_fait.contrat_id = c.id
            where c.structure_id = :structure""",
            "c.id",
            List.of(
                    ColonneListe.texte(
                            "personne", "Personne", "coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée')"),
                    ColonneListe.texte("employeur", "Employeur", "e.nom"),
                    ColonneListe.code("modalite", "Modalité", "c.modalite", Modalite.class),
                    ColonneListe.code("type", "Contrat", "c.type", TypeContrat.class),
                    ColonneListe.date("debut", "Début", "c.debut"),
                    ColonneListe.date("fin", "Fin", "c.fin"),
                    ColonneListe.heures("heures", "Heures comptées", "coalesce(mesure_fait.heures, 0)"),
                    ColonneListe.texte("reference", "Référence", "c.reference")),
            List.of(
                    FiltreListe.selon(
                            "etat",
                            "État",
                            "ouverts",
                            List.of(
                                    new Choix("ouverts", "En cours", "c.fin is null or c.fin >= :jour"),
                                    new Choix("finis", "Terminés", "c.fin < :jour"),
                                    new Choix("tous", "Tous", "true"))),
                    FiltreListe.code("modalite", "Modalité", "c.modalite", Modalite.class),
                    // Those that run; another one where the address names it, as its page does.
                    FiltreListe.parmi("marche", "Marché", """
                            select m.id::text as code, m.reference || ', ' || d.nom as libelle from marche m
                              join marche_actif k on k.structure_id = m.structure_id and k.marche_id = m.id
                              join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                             where m.structure_id = :structure
                               and (m.id::text = :choisi or m.actif and k.debut <= :jour and (k.fin is null or k.fin >= :jour))
                             order by m.reference, libelle, m.id""", """
                            c.id in (select a.contrat_id from lot l
                                       join affectation a on a.structure_id = l.structure_id and a.lot_id = l.id
                                      where l.structure_id = :structure and l.marche_id = :marche::bigint
                                     union all
                                     select r.contrat_id from lot l
                                       join releve_heures r on r.structure_id = l.structure_id and r.lot_id = l.id
                                      where l.structure_id = :structure and l.marche_id = :marche::bigint)"""),
                    FiltreListe.parmi("operation", "Opération", """
                            select id::text as code, nom as libelle from operation
                             where structure_id = :structure and (actif or id::text = :choisi) order by nom_normalise, id""", """
                            c.id in (select a.contrat_id from marche m
                                       join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                                       join affectation a on a.structure_id = l.structure_id and a.lot_id = l.id
                                      where m.structure_id = :structure and m.operation_id = :operation::bigint
                                     union all
                                     select r.contrat_id from marche m
                                       join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                                       join releve_heures r on r.structure_id = l.structure_id and r.lot_id = l.id
                                      where m.structure_id = :structure and m.operation_id = :operation::bigint)"""),
                    // Those with an open contract; another one where the address names it, as its page does.
                    FiltreListe.parmi("employeur", "Employeur", """
                            select id::text as code, nom as libelle from entreprise
                             where structure_id = :structure and fusionne_dans is null
                               and (id::text = :choisi
                                    or id in (select employeur_id from contrat_insertion
                                               where structure_id = :structure and (fin is null or fin >= :jour)))
                             order by nom_normalise, id""", "c.employeur_id = :employeur::bigint"),
                    FiltreListe.selon("suivi", "Facilitateur", "", List.of(new Choix("miens", "Les miens", """
                            exists (select from affectation a
                                      join lot l on l.structure_id = a.structure_id and l.id = a.lot_id
                                      join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                                     where a.structure_id = c.structure_id and a.contrat_id = c.id and m.facilitateur_id = :utilisateur)
                            or exists (select from releve_heures r
                                         join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
                                         join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                                        where r.structure_id = c.structure_id and r.contrat_id = c.id and m.facilitateur_id = :utilisateur)""")))),
            List.of(
                    "select id from contrat_insertion where structure_id = :structure and recherche like :mot",
                    """
                    select c.id from beneficiaire p
                      join contrat_insertion c on c.structure_id = p.structure_id and c.beneficiaire_id = p.id
                     where p.structure_id = :structure and p.recherche like :mot""",
                    """
                    select id from contrat_insertion
                     where structure_id = :structure
                       and employeur_id = any (array(select entreprises_nommees(:structure, :mot)))""",
                    """
                    select contrat_id from releve_heures
                     where structure_id = :structure and lot_id = any (array(select lots_nommes(:structure, :mot)))""",
                    """
                    select contrat_id from affectation
                     where structure_id = :structure and lot_id = any (array(select lots_nommes(:structure, :mot)))"""),
            "Personne, employeur, SIREN, SIRET, référence, marché",
            "-debut");

    private ListeContrats() {}
}
