package fr.suiviclauses.entreprise;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.referentiel.TypeEntreprise;
import java.util.List;

/** The list of companies. */
final class ListeEntreprises {

    static final DefinitionListe LISTE = new DefinitionListe(
            "entreprises",
            "Entreprises",
            "/entreprises",
            "entreprise",
            "entreprises",
            """
            from entreprise e
            left join (
                select c.employeur_id, sum(h.heures) as heures from contrat_insertion c
                  join heure_comptee h on h.structure_id = c.structure_id and h.contrat_id = c.id
                 where c.structure_id = :structure and c.employeur_id :parmi group by c.employeur_id) mesure_fait on mesure_fait.employeur_id = e.id
            where e.structure_id = :structure and e.fusionne_dans is null""",
            "e.id",
            List.of(
                    ColonneListe.texte("nom", "Nom", "e.nom"),
                    ColonneListe.texte("siren", "SIREN", "e.siren"),
                    ColonneListe.code("type", "Type", "e.type", TypeEntreprise.class),
                    ColonneListe.entier("lots", "Lots", """
                            (select count(distinct p.lot_id) from participation p
                              where p.structure_id = e.structure_id and p.entreprise_id = e.id)"""),
                    ColonneListe.entier("personnes", "Personnes employées", """
                            (select count(distinct c.beneficiaire_id) from contrat_insertion c
                              where c.structure_id = e.structure_id and c.employeur_id = e.id)"""),
                    ColonneListe.heures("heures", "Heures comptées employées", "coalesce(mesure_fait.heures, 0)")),
            List.of(
                    FiltreListe.code("type", "Type", "e.type", TypeEntreprise.class),
                    FiltreListe.selon(
                            "insertion",
                            "Structure d’insertion",
                            "",
                            List.of(
                                    new FiltreListe.Choix("oui", "Oui", "e.type <> all (array['CLASSIQUE', 'ETT'])"),
                                    new FiltreListe.Choix("non", "Non", "e.type in ('CLASSIQUE', 'ETT')"))),
                    FiltreListe.actif("e.actif")),
            List.of("select entreprises_nommees(:structure, :mot)", """
                    select entreprise_id from participation
                     where structure_id = :structure and lot_id = any (array(select lots_nommes(:structure, :mot)))""", """
                    select employeur_id from contrat_insertion
                     where structure_id = :structure
                       and beneficiaire_id = any (array(select personnes_nommees(:structure, :mot)))"""),
            "Nom, SIREN, SIRET, marché, personne",
            "nom");

    private ListeEntreprises() {}
}
