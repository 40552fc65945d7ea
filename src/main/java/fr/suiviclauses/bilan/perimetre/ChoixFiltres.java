package fr.suiviclauses.bilan.perimetre;

import java.util.List;

/** The names that a structure's filters can take, in French order; the codes are in the nomenclatures. */
public record ChoixFiltres(List<String> donneursOrdres, List<String> operations, List<String> groupes) {

    public ChoixFiltres {
        donneursOrdres = List.copyOf(donneursOrdres);
        operations = List.copyOf(operations);
        groupes = List.copyOf(groupes);
    }
}
