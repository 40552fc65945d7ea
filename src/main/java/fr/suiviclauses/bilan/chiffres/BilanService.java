package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.bilan.perimetre.Perimetre;
import org.springframework.stereotype.Service;

/** Puts a bilan together from its queries: their number is the same for a small and a large structure. */
@Service
public class BilanService {

    /** All figures of a perimeter. */
    public Bilan bilan(Perimetre perimetre) {
        throw new UnsupportedOperationException("not yet: " + perimetre);
    }
}
