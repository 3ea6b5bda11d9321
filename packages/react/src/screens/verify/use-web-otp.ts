import { useEffect } from "react";
import { useLatest } from "../../runtime/use-latest.ts";

/** What a browser with WebOTP hands over; TypeScript's DOM library does not know it. */
interface OtpCredential {
  readonly code: string;
}

const isOtp = (credential: unknown): credential is OtpCredential => typeof credential === "object" && credential !== null && "code" in credential && typeof credential.code === "string";

/** Lets the phone read the code out of the message (WebOTP, C9), while one is awaited. It stops with the form: on submit, another tab, unmount. */
export function useWebOtp(awaited: boolean, onCode: (code: string) => void): void {
  const take = useLatest(onCode);
  useEffect(() => {
    if (!awaited || !("OTPCredential" in window)) return;
    const controller = new AbortController();
    const wanted: object = { otp: { transport: ["sms"] }, signal: controller.signal };
    navigator.credentials.get(wanted).then(
      (credential) => {
        if (isOtp(credential) && !controller.signal.aborted) take(credential.code);
      },
      // Refused, timed out or stopped: the person types it, as everywhere else.
      () => undefined,
    );
    return () => controller.abort();
  }, [awaited, take]);
}
