package fr.suiviclauses.bilan.perimetre;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of the filters offer. */
@Service
@RequiredArgsConstructor
public class FiltresService {

    private final PerimetreRepository perimetres;

    @Transactional(readOnly = true)
    public ChoixFiltres choix(long structureId) {
        return perimetres.choix(structureId);
    }

    /** The last year with counted hours; without any, the year that was last completed. */
    @Transactional(readOnly = true)
    public int derniereAnnee(long structureId) {
        return perimetres.derniereAnnee(structureId);
    }
}
