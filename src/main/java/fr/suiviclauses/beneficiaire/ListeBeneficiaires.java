package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Sexe;
import java.util.Arrays;
import java.util.List;

/** The list of people. */
final class ListeBeneficiaires {

    private static final String ENTREES =
            "from entree e where e.structure_id = b.structure_id and e.beneficiaire_id = b.id";

    private static final String HEURES =
            "from heure_comptee h where h.structure_id = b.structure_id and h.beneficiaire_id = b.id";

    static final DefinitionListe LISTE = new DefinitionListe(
            "beneficiaires",
            "Bénéficiaires",
            "/beneficiaires",
            "bénéficiaire",
            "bénéficiaires",
            "from beneficiaire b where b.structure_id = :structure and b.fusionne_dans is null",
            "b.id",
            List.of(
                    // Sorted by what is stored folded: folding every name of the structure again would take longer.
                    new ColonneListe(
                            "nom",
                            "Nom",
                            "coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée')",
                            "b.recherche",
                            false,
                            (ligne, nom) -> ligne.getString(nom)),
                    ColonneListe.date("naissance", "Naissance", "b.naissance"),
                    ColonneListe.texte("reference", "Référence", "b.reference"),
                    ColonneListe.date("entree", "Dernière entrée", "(select max(e.debut) " + ENTREES + ")"),
                    ColonneListe.date("fenetre", "Éligible jusqu’au", "(select max(e.fin) " + ENTREES + ")"),
                    ColonneListe.mois("dernier", "Dernières heures", "(select max(h.mois) " + HEURES + ")"),
                    ColonneListe.heures(
                            "heures", "Heures comptées", "(select coalesce(sum(h.heures), 0) " + HEURES + ")")),
            List.of(
                    FiltreListe.selon(
                            "eligibilite",
                            "Éligibilité",
                            "",
                            List.of(
                                    new FiltreListe.Choix("cours", "En cours", during(":jour::date")),
                                    new FiltreListe.Choix(
                                            "bientot",
                                            "Finit dans les 3 mois",
                                            during(":jour::date") + " and not "
                                                    + during(":jour::date + interval '3 months'")),
                                    new FiltreListe.Choix(
                                            "finie",
                                            "Finie",
                                            "exists (select " + ENTREES + ") and not exists (select " + ENTREES
                                                    + " and e.fin >= :jour::date)"),
                                    new FiltreListe.Choix(
                                            "aucune", "Sans entrée", "not exists (select " + ENTREES + ")"))),
                    FiltreListe.selon(
                            "critere",
                            "Critère",
                            "",
                            Arrays.stream(Critere.values())
                                    .map(critere -> new FiltreListe.Choix(
                                            critere.code(),
                                            critere.libelle(),
                                            "exists (select " + """
                                            from entree e
                                              join entree_critere c on c.structure_id = e.structure_id and c.entree_id = e.id
                                             where e.structure_id = b.structure_id and e.beneficiaire_id = b.id and c.critere = '%s')""".formatted(critere.code())))
                                    .toList()),
                    FiltreListe.code("sexe", "Sexe", "b.sexe", Sexe.class),
                    FiltreListe.actif("b.actif")),
            List.of(
                    "select coalesce(fusionne_dans, id) from beneficiaire where structure_id = :structure and recherche like :mot",
                    """
                    select beneficiaire_id from contrat_insertion
                     where structure_id = :structure
                       and employeur_id = any (array(select entreprises_nommees(:structure, :mot)))""",
                    """
                    select beneficiaire_id from contrat_insertion
                     where structure_id = :structure and recherche like :mot""",
                    """
                    select c.beneficiaire_id from releve_heures r
                      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                     where r.structure_id = :structure and r.lot_id = any (array(select lots_nommes(:structure, :mot)))""",
                    """
                    select c.beneficiaire_id from affectation a
                      join contrat_insertion c on c.structure_id = a.structure_id and c.id = a.contrat_id
                     where a.structure_id = :structure and a.lot_id = any (array(select lots_nommes(:structure, :mot)))"""),
            "Nom, référence, employeur, SIREN, SIRET, contrat, marché",
            "nom");

    private ListeBeneficiaires() {}

    private static String during(String jour) {
        return "exists (select " + ENTREES + " and " + jour + " between e.debut and e.fin)";
    }
}
