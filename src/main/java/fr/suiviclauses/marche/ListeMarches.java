package fr.suiviclauses.marche;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.liste.FiltreListe.Choix;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.TypeMarche;
import java.util.List;

/** The list of marchés. */
final class ListeMarches {

    /** Owed on the day. */
    private static final String OBLIGATION = "coalesce(mesure_du.heures, 0)";

    private static final String FAIT = "coalesce(mesure_fait.heures, 0)";

    static final DefinitionListe LISTE = new DefinitionListe(
            "marches",
            "Marchés",
            "/marches",
            "marché",
            "marchés",
            """
                    from marche m
                    join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                    join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                    left join (
                        select l.marche_id, sum(o.heures) as heures from lot l
                          join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                         where l.structure_id = :structure and l.marche_id :parmi and o.date_effet <= :jour group by l.marche_id) mesure_du on mesure_du.marche_id = m.id
                    left join (
                        select l.marche_id, sum(h.heures) as heures from lot l
                          join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                         where l.structure_id = :structure and l.marche_id :parmi group by l.marche_id) mesure_fait on mesure_fait.marche_id = m.id
                    where m.structure_id = :structure""",
            "m.id",
            List.of(
                    ColonneListe.texte("reference", "Référence", "m.reference"),
                    ColonneListe.texte("donneur", "Donneur d’ordres", "d.nom"),
                    ColonneListe.texte("objet", "Objet", "m.objet"),
                    ColonneListe.code("type", "Type", "m.type", TypeMarche.class),
                    ColonneListe.date("fin", "Fin", "a.fin"),
                    ColonneListe.heures("obligation", "Obligation", OBLIGATION),
                    ColonneListe.heures("heures", "Heures comptées", FAIT),
                    ColonneListe.taux("taux", "Réalisé", FAIT + " / nullif(" + OBLIGATION + ", 0)")),
            List.of(
                    FiltreListe.parmi("donneur", "Donneur d’ordres", """
                                    select id::text as code, nom as libelle from donneur_ordre
                                     where structure_id = :structure and fusionne_dans is null order by nom_normalise, id""", "m.donneur_ordre_id::text = :donneur"),
                    FiltreListe.code("type", "Type", "m.type", TypeMarche.class),
                    FiltreListe.code("forme", "Forme", "m.forme", FormeMarche.class),
                    FiltreListe.parmi(
                            "facilitateur",
                            "Facilitateur",
                            """
                                    select code, libelle from (
                                        select 'moi' as code, 'Les miens' as libelle, 0 as rang
                                        union all
                                        select u.id::text, u.nom, 1 from utilisateur u
                                         where u.structure_id = :structure
                                           and exists (select from marche m where m.structure_id = u.structure_id and m.facilitateur_id = u.id)) c
                                     order by rang, libelle, code""",
                            "m.facilitateur_id::text = case :facilitateur when 'moi' then :utilisateur::text else :facilitateur end"),
                    FiltreListe.parmi("operation", "Opération", """
                                    select id::text as code, nom as libelle from operation
                                     where structure_id = :structure order by nom_normalise, id""", "m.operation_id::text = :operation"),
                    FiltreListe.selon(
                            "etat",
                            "État",
                            "actifs",
                            List.of(
                                    new Choix("actifs", "Actifs", "m.actif"),
                                    new Choix(
                                            "en-cours",
                                            "En cours",
                                            "m.actif and a.debut <= :jour and (a.fin is null or a.fin >= :jour)"),
                                    new Choix("a-venir", "À venir", "m.actif and a.debut > :jour"),
                                    new Choix("termines", "Terminés", "m.actif and a.fin < :jour"),
                                    new Choix("inactifs", "Désactivés", "not m.actif"),
                                    new Choix("tous", "Tous", "true"))),
                    FiltreListe.selon(
                            "avancement",
                            "Avancement",
                            "",
                            List.of(
                                    new Choix("sous-100", "Sous 100\u202f%", FAIT + " < " + OBLIGATION),
                                    new Choix(
                                            "atteint",
                                            "100\u202f% et plus",
                                            OBLIGATION + " > 0 and " + FAIT + " >= " + OBLIGATION),
                                    new Choix("sans-obligation", "Sans obligation", OBLIGATION + " = 0")))),
            List.of(
                    "select id from marche where structure_id = :structure and recherche like :mot",
                    """
                            select m.id from marche m
                              join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                             where d.structure_id = :structure and d.recherche like :mot""",
                    """
                            select m.id from donneur_ordre_siret s
                              join marche m on m.structure_id = s.structure_id and m.donneur_ordre_id = s.donneur_ordre_id
                             where s.structure_id = :structure and s.siret like :mot""",
                    "select marche_id from lot where structure_id = :structure and recherche like :mot",
                    """
                            select marche_id from lot
                             where structure_id = :structure and id = any (array(
                                select lots_d_entreprises(:structure, :mot) union all select lots_de_personnes(:structure, :mot)))"""),
            "Référence, objet, donneur d’ordres, lot, entreprise, SIREN, SIRET, personne",
            "-fin");

    private ListeMarches() {}
}
