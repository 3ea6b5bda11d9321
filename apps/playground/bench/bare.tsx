import { BarePage } from "./bare-page.tsx";
import { show } from "./show.tsx";
import "./bare.css";

show(<BarePage />);
