package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.bilan.perimetre.Perimetre;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the bilans: one statement each, for a small and for a large structure. */
@Service
@RequiredArgsConstructor
public class BilanService {

    private final BilanRepository bilans;

    /** All figures of a perimeter but its trajectory, and so without evolutions: a third faster. */
    @Transactional(readOnly = true)
    public Bilan withoutTrajectory(Perimetre perimetre) {
        return bilans.withoutTrajectory(perimetre);
    }

    /** All figures of a perimeter. */
    @Transactional(readOnly = true)
    public Bilan bilan(Perimetre perimetre) {
        return bilans.bilan(perimetre);
    }
}
