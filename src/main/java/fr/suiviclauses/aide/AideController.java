package fr.suiviclauses.aide;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The user guide: one page, a section for each task. */
@Controller
class AideController {

    @GetMapping("/aide")
    String guide() {
        return "aide/guide";
    }
}
