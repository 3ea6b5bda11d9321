import { useResend } from "@guard/react";

/** Sends a code, and another one once the server lets it. The button keeps its name and its focus while it waits. */
export function ResendButton() {
  const { sentTo, seconds, getButtonProps, getTimerProps } = useResend();
  return (
    <p>
      <button {...getButtonProps({ className: "text-button" })}>{sentTo === undefined ? "Send a code" : "Send another code"}</button>
      <span {...getTimerProps()}>{seconds > 0 && `in ${seconds} s`}</span>
    </p>
  );
}
