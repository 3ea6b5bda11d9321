import { GuardPage } from "./guard-page.tsx";
import { show } from "./show.tsx";
import "@guard/theme/styles.css";

show(<GuardPage />);
